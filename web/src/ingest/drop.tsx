// Files come in by dropping them anywhere on the page, by the picker, or from the clipboard.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

const accepted = ".csv,.tsv,.txt,.xlsx,.gz,.zip,.outlay,text/csv,text/tab-separated-values,text/plain";

/** A button that opens the file picker; looks like whatever is inside it. */
export function FilePicker(props: {
  class: string;
  over?: boolean;
  onFiles: (files: File[]) => void;
  children: ComponentChildren;
}) {
  const input = useRef<HTMLInputElement>(null);
  const picked = () => {
    const chosen = [...(input.current?.files ?? [])];
    if (input.current) input.current.value = "";
    if (chosen.length > 0) props.onFiles(chosen);
  };
  return (
    <>
      <button
        type="button"
        class={props.class}
        data-over={props.over ? "" : undefined}
        onClick={() => input.current?.click()}
      >
        {props.children}
      </button>
      <input ref={input} type="file" multiple hidden accept={accepted} onChange={picked} aria-label="Choose files" />
    </>
  );
}

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** True while files are held over the page; dropping them anywhere hands them over. */
export function useDropAnywhere(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      take.current([...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener("dragover", hold);
    document.addEventListener("dragleave", leave);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", hold);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("drop", drop);
    };
  }, []);
  return over;
}

export function DropVeil({ shown }: { shown: boolean }) {
  return shown ? (
    <div class="drop-veil" aria-hidden="true">
      <p>Drop to read here, in this browser</p>
    </div>
  ) : null;
}
