// Putting text on the clipboard, also where the modern way is refused (a page opened from a file).

function copyByEvent(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  };
  document.addEventListener("copy", put, { once: true, capture: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", put, true);
  return done;
}

export async function copyText(text: string): Promise<boolean> {
  if (!navigator.clipboard) return copyByEvent(text);
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => copyByEvent(text),
  );
}
