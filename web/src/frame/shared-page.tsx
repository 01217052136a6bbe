// A report that came in a link or a file, in reading mode.
import { useEffect, useErrorBoundary, useLayoutEffect } from "preact/hooks";
import { FilePicker } from "../ingest/drop";
import { closeShared, openShared, refuseShared } from "../share/opened";
import { opening } from "../share/opening";
import { ReadingBanner, Unlock } from "../share/shared-notes";
import { catalogue, projectFile, takeFiles } from "../state/project";
import { href, link } from "../state/route";
import { Empty, ErrorBox, Progress } from "../ui/layout";
import { AnalysisPage } from "./analysis-page";

function NothingHere() {
  return (
    <Empty
      isPage
      title="Open a project file"
      icon="file"
      actions={
        <FilePicker class="button button-primary" onFiles={takeFiles}>
          Choose the file
        </FilePicker>
      }
    >
      A report travels in a link or in an .outlay file. Drop the file anywhere on this page.
    </Empty>
  );
}

export function SharedPage({ panel, onPanel }: { panel: boolean; onPanel: (open: boolean) => void }) {
  const hash = link.value;
  const file = projectFile.value;
  const ready = catalogue.value !== null;
  // Before anything is painted: else the report that was open would stand there for a frame under the next one's address.
  useLayoutEffect(() => {
    if (ready) void openShared(hash);
    return closeShared;
  }, [hash, file, ready]);
  // Whatever a report holds that its page cannot draw, the rest of Outlay goes on.
  const [isBroken, mend] = useErrorBoundary(() => refuseShared());
  useEffect(() => {
    if (isBroken) mend();
  }, [isBroken]);
  const now = opening.value;
  if (isBroken) return null;
  if (now.step === "locked") return <Unlock wrong={now.wrong} onPassphrase={(text) => void openShared(hash, text)} />;
  if (now.step === "refused") {
    return (
      <>
        <h1>This report cannot be opened</h1>
        <ErrorBox error={now.error} actions={<a href={href("data")}>Go to Outlay</a>} />
      </>
    );
  }
  if (now.step === "open") {
    const { info, state } = now.opened;
    return (
      <>
        <ReadingBanner opened={now.opened} fromFile={hash === ""} />
        <AnalysisPage key={hash} info={info} state={state} panel={panel} onPanel={onPanel} />
      </>
    );
  }
  if (now.step === "nothing" && hash === "" && !file) return <NothingHere />;
  return <Progress fraction={-1} phase="Opening the report" />;
}
