// Doubts beside the result: warnings first, the rest folded when there are many.
import { useState } from "preact/hooks";
import type { Notice } from "../types";
import { noticeSentence } from "../words";
import { Icon } from "./Icon";

interface NoticesProps {
  notices: Notice[];
  locale?: string;
  label?: string;
  shown?: number;
}

export function Notices({ notices, locale, label = "Notes", shown = 6 }: NoticesProps) {
  const [all, setAll] = useState(false);
  if (notices.length === 0) return null;
  const ordered = [...notices].sort((a, b) => Number(b.severity === "warning") - Number(a.severity === "warning"));
  const visible = all ? ordered : ordered.slice(0, shown);
  const sentences = visible.map((notice) => ({ notice, text: noticeSentence(notice, locale) }));
  return (
    <div class="notices">
      <ul class="list-plain" aria-label={label}>
        {sentences.map(({ notice, text }) => (
          <li key={text} class={`notice notice-${notice.severity}`}>
            <Icon name={notice.severity === "warning" ? "warning" : "info"} />
            <span>
              {notice.severity === "warning" && <span class="visually-hidden">Warning: </span>}
              {text}
            </span>
          </li>
        ))}
      </ul>
      {ordered.length > shown && (
        <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? "Show fewer" : `Show ${ordered.length - shown} more`}
        </button>
      )}
    </div>
  );
}
