// Line icons on a 16-unit grid, drawn in the colour of the text around them.

const paths = {
  data: "M2.5 4c0-1.1 2.5-2 5.5-2s5.5.9 5.5 2-2.5 2-5.5 2-5.5-.9-5.5-2Zm0 0v8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2V4m-11 4c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2",
  score: "M2 14 14 2M4.5 5.5h.01M7 3.5h.01M11.5 9.5h.01M9 12.5h.01M12.5 12.5h.01",
  reallocate: "M2 5h10m0 0L9.5 2.5M12 5 9.5 7.5M14 11H4m0 0 2.5-2.5M4 11l2.5 2.5",
  measure: "M2 13.5h12M3.5 11V8.5M6.5 11V5M9.5 11V7M12.5 11V2.5",
  attribute: "M3 3.5h2.5c3 0 2.5 4.5 5 4.5H13m0 0-2-2m2 2-2 2M3 12.5h2.5c1.6 0 2.2-1.3 2.7-2.5",
  scenarios: "M3 14V2m0 6h3.5C9.5 8 9 4 12 4h1m-6.5 4C9.5 8 9 12 12 12h1",
  share: "M8 9.5V2m0 0L5.5 4.5M8 2l2.5 2.5M3.5 8.5v5h9v-5",
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Zm3.6-1.4L14 14",
  filter: "M2.5 4h11M4.5 8h7M6.5 12h3",
  columns: "M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10",
  sliders: "M2.5 5h6m3 0h2M2.5 11h2m3 0h6M10 3.5v3M6 9.5v3",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
  download: "M8 2.5v7.5m0 0L5 7m3 3 3-3M3 13.5h10",
  upload: "M8 10.5V3m0 0L5 6m3-3 3 3M3 13.5h10",
  file: "M4 2h5l3.5 3.5V14H4zM9 2v3.5h3.5",
  close: "M4 4l8 8m0-8-8 8",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  check: "M3 8.5 6.5 12 13 4.5",
  down: "M4 6l4 4 4-4",
  up: "M4 10l4-4 4 4",
  right: "M6 4l4 4-4 4",
  left: "M10 4 6 8l4 4",
  arrow: "M3 8h10m0 0L9 4m4 4-4 4",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  table: "M2.5 3h11v10h-11zM2.5 6.5h11M2.5 9.8h11M6.5 6.5V13",
  chart: "M2.5 2.5v11h11M5.5 10.5l2.5-3.5 2 2 3.5-4.5",
  image: "M2.5 3h11v10h-11zM2.5 11l3.5-3.5 3 3 1.5-1.5 3 3M10.5 6h.01",
  info: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-6.5V11m0-5.8v.01",
  warning: "M8 2.5 14 13H2L8 2.5Zm0 4V9.5m0 1.8v.01",
  error: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-9v3.5m0 2.3v.01",
  lock: "M4 7h8v6.5H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2",
  sun: "M8 10.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM8 1.5v1m0 11v1M1.5 8h1m11 0h1M3.4 3.4l.7.7m7.8 7.8.7.7m0-9.2-.7.7m-7.8 7.8-.7.7",
  moon: "M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5Z",
  contrast: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 2v12M8 5h5M8 8h6M8 11h5",
  undo: "M6 3 3 6l3 3M3 6h6a4 4 0 0 1 0 8H6",
  redo: "M10 3l3 3-3 3m3-3H7a4 4 0 0 0 0 8h3",
  help: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.3 6.4c0-2 3.4-2 3.4-.1 0 1.2-1.7 1.3-1.7 2.5m0 2v.01",
  play: "M5 3l8 5-8 5V3Z",
  stop: "M4 4h8v8H4z",
  trash: "M3 4.5h10M6.5 4.5v-2h3v2m-5 0 .5 9h6l.5-9",
  refresh: "M13 8a5 5 0 1 1-1.5-3.6M13 2.5v3h-3",
  bulb: "M6 13.5h4M6.5 11.5c0-1.5-2-2.3-2-4.7a3.5 3.5 0 0 1 7 0c0 2.4-2 3.2-2 4.7z",
  keyboard: "M1.5 4h13v8h-13zM4 6.5h.01M6.7 6.5h.01M9.3 6.5h.01M12 6.5h.01M5 9.5h6",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
