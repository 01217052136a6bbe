// An analysis that lacks data: what it needs, a template, the sample, a place to drop files.
import { FilePicker } from "../ingest/drop";
import { Templates } from "../ingest/enough";
import { FilesUnderWay } from "../ingest/under-way";
import { type Fit, missingLabels, wanted } from "../state/inputs";
import { files, openSample, sampleComing, sampleProblem, tables, takeFiles } from "../state/project";
import { dataPage, href } from "../state/route";
import { Empty, ErrorBox, Icon } from "../ui/layout";

function Needs({ fit }: { fit: Fit }) {
  if (tables.value.length === 0) {
    return wanted(fit.info).map((input) => <p key={input.name}>{input.help}</p>);
  }
  return (
    <p>
      The data that is open has no column for <strong>{missingLabels(fit).join(", ")}</strong>.{" "}
      <a href={href(dataPage)}>Choose the columns</a> if they have another name.
    </p>
  );
}

function Missing({ fit }: { fit: Fit }) {
  return (
    <Empty
      title={fit.info.question}
      icon="upload"
      actions={
        <>
          <FilePicker class="button button-primary" onFiles={takeFiles}>
            <Icon name="upload" />
            Choose files
          </FilePicker>
          <a class="button" href={href(fit.info.id, { data: "sample" })} onClick={() => void openSample(fit.info.id)}>
            Try with sample data
          </a>
        </>
      }
    >
      <Needs fit={fit} />
      <Templates fit={fit} />
    </Empty>
  );
}

export function NotEnough({ fit }: { fit: Fit }) {
  const waiting = sampleComing.value || files.open.value.some((entry) => entry.state === "reading");
  return (
    <>
      <h1>{fit.info.title}</h1>
      <FilesUnderWay />
      {!waiting && sampleProblem.value && <ErrorBox error={sampleProblem.value} />}
      {!waiting && <Missing fit={fit} />}
    </>
  );
}
