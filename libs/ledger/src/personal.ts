/** What a key protects: proof of identity (kept), comments and appreciations, means of contact (let go first). */
export const KEY_CLASSES = ['identity-proof', 'appraisal', 'contact'] as const;
export type KeyClass = (typeof KEY_CLASSES)[number];

/** HMAC of a file that may say something of a person, under a key of the vault. */
export interface KeyedDigest {
  readonly alg: 'HMAC-SHA-256';
  readonly keyId: string;
  /** Hexadecimal. */
  readonly value: string;
}

/** A personal field inside an event: AES-256-GCM, base64 of nonce ‖ ciphertext ‖ tag. Unreadable once its key is destroyed. */
export interface Sealed {
  readonly alg: 'A256GCM';
  readonly keyId: string;
  readonly sealId: string;
  readonly ciphertext: string;
}

declare const personalBrand: unique symbol;

/** A personal value inside a command, in clear: it never reaches `decide` unsealed. */
export type Personal<Value = string> = Value & { readonly [personalBrand]?: KeyClass };

type IsPersonal<Field> = typeof personalBrand extends keyof NonNullable<Field> ? true : false;

/** The command as `decide` sees it: every personal field sealed, or null where it was not given. */
export type SealedCommand<Command> = {
  readonly [Key in keyof Command as IsPersonal<Command[Key]> extends true ? never : Key]: Command[Key];
} & {
  readonly [Key in keyof Command as IsPersonal<Command[Key]> extends true ? Key : never]-?: Sealed | null;
};

/** Which fields of a command class are personal, and under which class of key. */
export type PersonalFields = Readonly<Record<string, KeyClass>>;

const personalFields = new WeakMap<object, Record<string, KeyClass>>();

/** Marks a field of a command class as personal. */
export function declarePersonal(prototype: object, field: string, keyClass: KeyClass): void {
  const inherited = personalFieldsOf(prototype);
  personalFields.set(prototype, { ...inherited, [field]: keyClass });
}

/** The personal fields of a command, those of its parent classes included. */
export function personalFieldsOf(command: object): PersonalFields {
  for (let at: object | null = command; at; at = Object.getPrototypeOf(at) as object | null) {
    const fields = personalFields.get(at);
    if (fields) return fields;
  }
  return {};
}

/** Seals and keyed digests under a person's key; kept by the vault. */
export interface Sealer {
  /** Encrypts `value` (any JSON) under the person's key of that class, made durable first if it is new. */
  seal(personId: string, keyClass: KeyClass, sealId: string, value: unknown): Promise<Sealed>;
  /** HMAC-SHA-256 of the value under that key, in hexadecimal; undefined when the key was destroyed. */
  keyedDigest(personId: string, keyClass: KeyClass, value: unknown): Promise<string | undefined>;
}
