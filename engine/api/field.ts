/** What a single value is. `version` and `date` tell rules how to compare; a date is an ISO 8601 string. */
export type ScalarType = 'string' | 'number' | 'boolean' | 'version' | 'date';

interface FieldBase {
  readonly describes: string;
  /** How a screen heads the value; the field's name where it is left out. */
  readonly label?: string;
  /** Goes into the report, so that checks of several hosts can compare it. Few fields, and small ones. */
  readonly fleet?: true;
}

/** One located value of a fact: `value.<field>` is `Located<scalar> | undefined`. */
export interface ScalarField extends FieldBase {
  readonly type: ScalarType;
  /** The values known today; others are kept, not refused. */
  readonly oneOf?: readonly string[];
  /** Unit of a number: 'bytes', 'minutes', '%'. */
  readonly unit?: string;
}

/** Several located strings or numbers: `value.<field>` is `readonly Located<scalar>[]`. */
export interface ScalarListField extends FieldBase {
  readonly type: 'list';
  readonly items: ScalarType;
}

/** Several located rows: `value.<field>` is `readonly Located<row>[]`, each row a flat record of scalars. */
export interface RowListField extends FieldBase {
  readonly type: 'rows';
  readonly row: Readonly<Record<string, ScalarField>>;
}

export type Field = ScalarField | ScalarListField | RowListField;

/** The typed, nameable part of a fact's value: rules, `facts PATH` and screens read it. */
export type Fields = Readonly<Record<string, Field>>;

/** How a screen shows a fact: every field as a line, or one `rows` field as a table. */
export type FactView =
  | { readonly kind: 'fields'; readonly title: string }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly rows: string;
      readonly columns?: readonly string[];
    };
