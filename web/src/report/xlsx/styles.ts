// The cell styles of a workbook: each number format, colour and kind of text once, by number.
import type { Highlight } from "./book";
import { xml } from "./text";

const firstOwnFormat = 164;
const textFormat = 49;

const opening =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const fonts =
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>';
const fills =
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEEEDEA"/><bgColor indexed="64"/></patternFill></fill></fills>';
const borders =
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF8D8B84"/></bottom><diagonal/></border></borders>';
const base = '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>';

const wrapped = '<alignment vertical="top" wrapText="1"/>';

export class Styles {
  private readonly formats = new Map<string, number>();
  private readonly xfs: string[] = [];
  private readonly byXf = new Map<string, number>();
  private readonly dxfs: string[] = [];

  constructor() {
    this.xf('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  }

  private xf(written: string): number {
    const known = this.byXf.get(written);
    if (known !== undefined) return known;
    this.byXf.set(written, this.xfs.length);
    return this.xfs.push(written) - 1;
  }

  readonly header = () =>
    this.xf(
      '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf>',
    );

  /** Text stays text also when someone edits the cell; `quoted` is how Excel itself marks a text that looks like a formula. */
  text({ quoted = false, wrap = false }): number {
    const quote = quoted ? ' quotePrefix="1"' : "";
    const start = `<xf numFmtId="${textFormat}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${quote}`;
    return this.xf(wrap ? `${start} applyAlignment="1">${wrapped}</xf>` : `${start}/>`);
  }

  number(format: string | undefined): number {
    if (!format) return 0;
    const known = this.formats.get(format);
    const id = known ?? firstOwnFormat + this.formats.size;
    this.formats.set(format, id);
    return this.xf(`<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`);
  }

  highlight({ ink, fill }: Highlight): number {
    const font = `<font><color rgb="FF${ink}"/></font>`;
    return (
      this.dxfs.push(
        `<dxf>${font}<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor rgb="FF${fill}"/></patternFill></fill></dxf>`,
      ) - 1
    );
  }

  write(): string {
    const own = [...this.formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${xml(code)}"/>`);
    const formats = own.length > 0 ? `<numFmts count="${own.length}">${own.join("")}</numFmts>` : "";
    const xfs = `<cellXfs count="${this.xfs.length}">${this.xfs.join("")}</cellXfs>`;
    const names = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';
    const dxfs = `<dxfs count="${this.dxfs.length}">${this.dxfs.join("")}</dxfs>`;
    return `${opening}${formats}${fonts}${fills}${borders}${base}${xfs}${names}${dxfs}</styleSheet>`;
  }
}
