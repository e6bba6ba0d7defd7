import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize } from 'class-validator';

import { CodesField, type FieldOptions } from '@minutier/intake';

/** Several codes, one at least. */
export const SomeCodesField = (options: Omit<FieldOptions, 'optional'> & { readonly max?: number }) =>
  applyDecorators(
    CodesField(options),
    ArrayMinSize(1, { message: 'LIST_SIZE', context: { code: 'LIST_SIZE' } }),
    ApiProperty({ minItems: 1 }),
  );
