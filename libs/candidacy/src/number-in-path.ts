import { Transform } from 'class-transformer';

/** A number that stands in the path of a route arrives as text; what is no number stays as it is, and is refused. */
export const NumberInPath = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
  );
