// A short name for a table's header, under which its column mapping is remembered.

/** FNV-1a over the names as a person sees them (case and outer space do not matter), 2 x 32 bits. */
export function fingerprint(columns: string[]): string {
  const text = columns.map((name) => name.trim().toLowerCase()).join("\n");
  const half = (seed: number) => {
    let hash = seed;
    for (let k = 0; k < text.length; ++k) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, "0");
  };
  return half(0x811c9dc5) + half(0x9747b28c);
}
