// Markdown as elements: the tokens of a parser, each drawn here, so that no text ever becomes HTML.
import { lexer, type Token, type Tokens } from "marked";
import type { ComponentChildren } from "preact";

/** Only to the web and within the page: a link can never run anything. */
const isSafe = (address: string) => /^(https?:|#)/.test(address);

/** "Method (`scoring/adsets`)" -> "method-scoring-adsets". */
export const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const plain = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);

function Cells({ cells, as: As }: { cells: Tokens.TableCell[]; as: "th" | "td" }) {
  return (
    <tr>
      {cells.map((cell, at) => (
        <As key={at} class={cell.align === "right" ? "number" : undefined}>
          {draw(cell.tokens)}
        </As>
      ))}
    </tr>
  );
}

function Table({ header, rows }: Tokens.Table) {
  return (
    // biome-ignore-start lint/a11y: what scrolls must be reachable by keyboard, and two tables may have the same columns
    <div
      class="prose-scroll"
      role="group"
      tabIndex={0}
      aria-label={`Table: ${header.map((cell) => cell.text).join(", ")}`}
    >
      <table class="prose-table">
        <thead>
          <Cells cells={header} as="th" />
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            <Cells key={at} cells={cells} as="td" />
          ))}
        </tbody>
      </table>
    </div>
    // biome-ignore-end lint/a11y: as above
  );
}

function Heading({ depth, text, tokens }: Tokens.Heading) {
  const As = `h${Math.min(depth, 6)}` as "h1";
  return <As id={slug(text)}>{draw(tokens)}</As>;
}

function List({ ordered, items, start }: Tokens.List) {
  const drawn = items.map((item, at) => <li key={at}>{draw(item.tokens)}</li>);
  return ordered ? <ol start={start === "" ? 1 : start}>{drawn}</ol> : <ul>{drawn}</ul>;
}

type Draw = (token: never) => ComponentChildren;

// What is not listed, such as raw HTML, is shown as the text that it is.
const drawings: Record<string, Draw> = {
  space: () => null,
  def: () => null,
  br: () => <br />,
  hr: () => <hr />,
  heading: (token: Tokens.Heading) => <Heading {...token} />,
  paragraph: ({ tokens }: Tokens.Paragraph) => <p>{draw(tokens)}</p>,
  blockquote: ({ tokens }: Tokens.Blockquote) => <blockquote>{draw(tokens)}</blockquote>,
  list: (token: Tokens.List) => <List {...token} />,
  table: (token: Tokens.Table) => <Table {...token} />,
  code: ({ text }: Tokens.Code) => <pre>{text}</pre>,
  codespan: ({ text }: Tokens.Codespan) => <code>{plain(text)}</code>,
  strong: ({ tokens }: Tokens.Strong) => <strong>{draw(tokens)}</strong>,
  em: ({ tokens }: Tokens.Em) => <em>{draw(tokens)}</em>,
  link: ({ href, tokens }: Tokens.Link) =>
    isSafe(href) ? (
      <a href={href} rel="noreferrer">
        {draw(tokens)}
      </a>
    ) : (
      <span>{draw(tokens)}</span>
    ),
  text: ({ tokens, text }: Tokens.Text) => (tokens ? draw(tokens) : plain(text)),
  escape: ({ text }: Tokens.Escape) => plain(text),
};

function draw(tokens: Token[] | undefined): ComponentChildren {
  return tokens?.map((token) => {
    const drawing = drawings[token.type] as ((token: Token) => ComponentChildren) | undefined;
    return drawing ? drawing(token) : token.raw;
  });
}

export function Markdown({ text }: { text: string }) {
  return <>{draw(lexer(text))}</>;
}
