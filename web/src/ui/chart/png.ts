// A chart as a picture that can stand alone: its title above, its conclusion below.
import { download } from "../download";
import type { ChartTheme } from "./theme";

function wrap(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (line && context.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

export function savePng(chart: HTMLCanvasElement, title: string, caption: string, theme: ChartTheme): void {
  const picture = document.createElement("canvas");
  const context = picture.getContext("2d");
  if (!context) return;
  const scale = chart.width / Math.max(1, chart.clientWidth);
  const edge = 16 * scale;
  const width = chart.width + 2 * edge;
  const titleFont = `600 ${16 * scale}px ${theme.font}`;
  const captionFont = `${12 * scale}px ${theme.font}`;
  context.font = titleFont;
  const titles = wrap(context, title, chart.width);
  context.font = captionFont;
  const captions = wrap(context, caption, chart.width);
  const top = edge + titles.length * 22 * scale;
  picture.width = width;
  picture.height = top + chart.height + captions.length * 17 * scale + 2 * edge;
  context.fillStyle = theme.surface;
  context.fillRect(0, 0, picture.width, picture.height);
  context.textBaseline = "top";
  context.font = titleFont;
  context.fillStyle = theme.ink;
  titles.forEach((line, index) => {
    context.fillText(line, edge, edge + index * 22 * scale);
  });
  context.drawImage(chart, edge, top + edge / 2);
  context.font = captionFont;
  context.fillStyle = theme["ink-2"];
  captions.forEach((line, index) => {
    context.fillText(line, edge, top + chart.height + edge + index * 17 * scale);
  });
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");
  picture.toBlob((blob) => {
    if (blob) download(`${name || "chart"}.png`, blob);
  }, "image/png");
}
