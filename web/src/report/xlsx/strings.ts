// The texts of a workbook, each stored once and named by its number.
import { cellText, xml } from "./text";

export class SharedStrings {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  at(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(text, number);
    return number;
  }

  used(times = 1): void {
    this.uses += times;
  }

  *write(): Generator<string> {
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.uses}" uniqueCount="${this.numbers.size}">`;
    let part = "";
    for (const text of this.numbers.keys()) {
      part += `<si><t xml:space="preserve">${xml(cellText(text))}</t></si>`;
      if (part.length < 1 << 16) continue;
      yield part;
      part = "";
    }
    yield `${part}</sst>`;
  }
}
