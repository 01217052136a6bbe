// The form that is made from a schema.
export { SchemaForm, type SchemaFormProps } from "./SchemaForm";
