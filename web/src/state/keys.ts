// The keyboard map: one list that is both listened to and shown by `?`.

export interface Key {
  /** As shown to a person. */
  keys: string;
  does: string;
  matches: (event: KeyboardEvent) => boolean;
  /** Also while typing in a field. */
  always?: boolean;
  act: () => void;
}

export const plain = (key: string) => (event: KeyboardEvent) =>
  event.key === key && !event.ctrlKey && !event.metaKey && !event.altKey;

export const withControl = (key: string, shift: boolean) => (event: KeyboardEvent) =>
  event.key.toLowerCase() === key && (event.ctrlKey || event.metaKey) && event.shiftKey === shift && !event.altKey;

/** In a field the letters belong to the text, and Ctrl+Z to the field's own undo. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) {
    return true;
  }
  const silent = ["checkbox", "radio", "button", "range", "file"];
  return target instanceof HTMLInputElement && !silent.includes(target.type);
}

export function listen(keys: () => Key[]): () => void {
  const hear = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const typing = isTyping(event.target);
    const key = keys().find((one) => one.matches(event) && (one.always || !typing));
    if (!key) return;
    event.preventDefault();
    key.act();
  };
  document.addEventListener("keydown", hear);
  return () => document.removeEventListener("keydown", hear);
}
