// The page as a whole: where one can go, what is open, and what the keys do.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { KeyMap } from "./frame/keymap";
import { NotEnough } from "./frame/not-enough";
import { BottomBar, Rail } from "./frame/rail";
import { TopBar } from "./frame/topbar";
import { DataPage } from "./ingest/data-page";
import { DropVeil, useDropAnywhere } from "./ingest/drop";
import { SelfNotes } from "./offline/self-notes";
import { AnalysisPage, MethodsPage, PrivacyPage, SharedPage } from "./pages";
import { bulkAsked } from "./report/bulk-ask";
import { openTakeAway } from "./report/open-menu";
import { sheet } from "./report/take";
import { Taking } from "./report/taking";
import { opening } from "./share/opening";
import { sending, startSending } from "./share/sending";
import { Sharing } from "./share/sharing";
import type { AnalysisState } from "./state/analysis";
import { forgotten } from "./state/forgotten";
import { type Key, listen, plain, withControl } from "./state/keys";
import { analysisState, broken, catalogue, fitFor, openSample, takeFiles } from "./state/project";
import { dataPage, go, href, methodsPage, privacyPage, route, sharedPage } from "./state/route";
import { Empty, ErrorBox } from "./ui/layout";

/** Keys that the table and whatever is open listen to themselves; the map shows them all the same. */
const elsewhere = { matches: () => false, act: () => undefined };

function keysOf(state: AnalysisState | null, share: () => void, togglePanel: () => void, showKeys: () => void): Key[] {
  const here: Key[] = [
    { keys: "/", does: "Search the table", ...elsewhere },
    { keys: "e", does: "Explain the row at hand", ...elsewhere },
    { keys: "p", does: "Parameters", matches: plain("p"), act: togglePanel },
    { keys: "s", does: "Share", matches: plain("s"), act: share },
    { keys: "t", does: "Take it away", matches: plain("t"), act: openTakeAway },
    { keys: "Ctrl Z", does: "Undo a parameter change", matches: withControl("z", false), act: () => state?.undo() },
    { keys: "Ctrl Shift Z", does: "Redo it", matches: withControl("z", true), act: () => state?.redo() },
  ];
  const always: Key[] = [
    { keys: "?", does: "This map", matches: plain("?"), act: showKeys },
    { keys: "Esc", does: "Close the top thing", ...elsewhere },
  ];
  return state ? [...here, ...always] : always;
}

/** Dropping files anywhere reads them; a page that has no use for what it shows meanwhile goes to Data. */
function take(list: File[]): void {
  if (list.length === 0) return;
  if (takeFiles(list) && !fitFor(route.value.page)) go(dataPage);
}

function Body(props: { over: boolean; panel: boolean; onPanel: (open: boolean) => void }) {
  const { page } = route.value;
  if (broken.value) return <ErrorBox error={broken.value} />;
  if (page === dataPage) return <DataPage over={props.over} />;
  if (page === privacyPage) return <PrivacyPage />;
  if (page === sharedPage) return <SharedPage panel={props.panel} onPanel={props.onPanel} />;
  if (!catalogue.value) return null;
  if (page.startsWith(`${methodsPage}/`)) return <MethodsPage area={page.slice(methodsPage.length + 1)} />;
  const fit = fitFor(page);
  if (!fit) return <Empty isPage title="There is no such page" actions={<a href={href(dataPage)}>Go to Data</a>} />;
  if (!fit.enough) return <NotEnough fit={fit} />;
  const state = analysisState(page);
  return <AnalysisPage key={page} info={fit.info} state={state} panel={props.panel} onPanel={props.onPanel} />;
}

/** After a change of page the focus starts at its top, as it would after a load. */
function useFocusOnArrival(): { current: HTMLElement | null } {
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const { page, view } = route.value;
  useEffect(() => {
    if (!first.current) {
      main.current?.focus({ preventScroll: true });
      if (!view.at) window.scrollTo(0, 0);
    }
    first.current = false;
  }, [page]);
  return main;
}

function useTitle(): void {
  const title = fitFor(route.value.page)?.info.title;
  useEffect(() => {
    document.title = title ? `${title} - Outlay` : "Outlay";
  }, [title]);
}

/** A link that says `data=sample` opens with the sample. */
function useSampleFromAddress(): void {
  const { page, view } = route.value;
  const wanted = view.data === "sample";
  useLayoutEffect(() => {
    if (wanted) void openSample(page);
  }, [wanted, page]);
}

/** What a screen reader hears when a result arrives: its headline. */
function HeadlineSaid({ state }: { state: AnalysisState | null }) {
  const [said, setSaid] = useState("");
  const outcome = state?.outcome.value;
  useEffect(() => {
    const frame = requestAnimationFrame(() => setSaid(document.querySelector(".headline")?.textContent ?? ""));
    return () => cancelAnimationFrame(frame);
  }, [outcome]);
  return (
    <p class="visually-hidden" aria-live="polite">
      {outcome ? said : ""}
    </p>
  );
}

export function App() {
  const [panel, setPanel] = useState(false);
  const [keymap, setKeymap] = useState(false);
  const over = useDropAnywhere(take);
  const main = useFocusOnArrival();
  useTitle();
  useSampleFromAddress();
  const fit = fitFor(route.value.page);
  const opened = opening.value.step === "open" && route.value.page === sharedPage ? opening.value.opened : null;
  const state = opened?.state ?? (fit?.enough ? analysisState(fit.info.id) : null);
  const share = () => {
    const outcome = state?.outcome.value;
    if (fit && state && outcome) void startSending({ info: fit.info, outcome, state });
  };
  const onShare = fit && state?.outcome.value ? share : null;
  const keys = keysOf(
    state,
    share,
    () => setPanel((open) => !open),
    () => setKeymap(true),
  );
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => listen(() => latest.current), []);
  useEffect(() => {
    if (forgotten.value) for (const dialog of [sending, sheet, bulkAsked]) dialog.value = null;
  }, [forgotten.value]);
  return (
    <div class="app">
      <button type="button" class="skip-link" onClick={() => main.current?.focus()}>
        Skip to content
      </button>
      <Rail onShare={onShare} />
      <div class="main">
        <TopBar state={state} onKeys={() => setKeymap(true)} />
        <main id="main" class="content" tabIndex={-1} ref={main}>
          <SelfNotes />
          <Body over={over} panel={panel} onPanel={setPanel} />
        </main>
      </div>
      <BottomBar onShare={onShare} />
      <HeadlineSaid state={state} />
      <Taking />
      {sending.value && <Sharing />}
      <DropVeil shown={over} />
      {keymap && <KeyMap keys={keys} onClose={() => setKeymap(false)} />}
    </div>
  );
}
