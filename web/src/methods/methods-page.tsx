// How the analyses of an area work: the README of its folder in the engine, which is the same text.
import { useEffect, useState } from "preact/hooks";
import { catalogue } from "../state/project";
import { href } from "../state/route";
import { Empty } from "../ui/layout";
import { areas, loadMethod, type Method } from "./load";

function useMethod(area: string): Method | null {
  const [found, setFound] = useState<{ area: string; method: Method | null } | null>(null);
  useEffect(() => {
    let wanted = true;
    void loadMethod(area).then((method) => wanted && setFound({ area, method }));
    return () => {
      wanted = false;
    };
  }, [area]);
  return found?.area === area ? found.method : null;
}

function Uses({ area }: { area: string }) {
  const uses = (catalogue.value?.analyses ?? []).filter(({ id }) => id.startsWith(`${area}/`));
  if (uses.length === 0) return null;
  return (
    <p class="muted small">
      {uses.map((info, at) => (
        <span key={info.id}>
          {at > 0 && ", "}
          <a href={href(info.id)}>{info.title}</a>
        </span>
      ))}{" "}
      {uses.length === 1 ? "works" : "work"} this way.
    </p>
  );
}

export function MethodsPage({ area }: { area: string }) {
  const method = useMethod(area);
  if (!areas.includes(area)) return <Empty title="There is no method of that name">See the pages at the left.</Empty>;
  return (
    <article class="prose methods">
      <Uses area={area} />
      {method && <method.Markdown text={method.text} />}
    </article>
  );
}
