export type MessageParam = string | number;

/** Message templates by id, in English: `'{host} is listed {count} times'`. */
export type MessageCatalog = Readonly<Record<string, string>>;

/** The names between braces, read out of the template's literal type. */
export type Placeholders<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** Exactly the params a template names; none for a template without any. */
export type ParamsFor<Template extends string> = string extends Template
  ? { readonly params?: Readonly<Record<string, MessageParam>> }
  : [Placeholders<Template>] extends [never]
    ? { readonly params?: never }
    : { readonly params: Readonly<Record<Placeholders<Template>, MessageParam>> };

/** Fills the `{names}` of a template. A name without a param stays as it is written. */
export function fillTemplate(template: string, params: Readonly<Record<string, MessageParam>>): string {
  return template.replaceAll(/\{(\w+)\}/gu, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
