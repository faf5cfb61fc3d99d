import { DefaultNamingStrategy } from "typeorm";

/** `nameSort` is the property of which `name_sort` is the column. */
export function columnOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Properties are written in camel case, columns in snake case. */
export class SnakeCaseColumns extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? columnOf(propertyName);
  }
}
