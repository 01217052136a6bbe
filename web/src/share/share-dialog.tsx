// The dialog that makes a link: what goes into it, what stays out, how long it is, and the file when it is too long.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { oneFile } from "../state/one-file";
import { locale } from "../state/project";
import { copyText } from "../ui/clipboard";
import { download } from "../ui/download";
import { number } from "../ui/format";
import { Button, Icon, IconButton } from "../ui/layout";
import { encode } from "./codec";
import { fileEnding, fileOf, fileType } from "./file";
import { adviceFor, fragmentLength } from "./length";
import { linkOf } from "./link";
import { type Options, type Shared, snapshotFor, tablesToShare } from "./make";
import { allInputs, mostFileRows, ownAddress, tablesLeftOut } from "./send";
import { sending } from "./sending";
import { Refused, type Snapshot } from "./snapshot";

type Asked = Shared & { rows: number };
type Change = (change: Partial<Options>) => void;

const lengthOf = (snapshot: Snapshot, isLocked: boolean) =>
  ownAddress().length + fragmentLength(encode(snapshot).length, isLocked);

function firstOptions(asked: Asked): Options {
  const plain: Options = { title: asked.info.title, text: "", hideNames: false, hideMoney: false, without: [] };
  const longer = (without: string[]) => lengthOf(snapshotFor(asked, { ...plain, without }), false);
  if (!asked.inputs) return { ...plain, without: tablesLeftOut(asked, longer) };
  return { ...plain, withoutScenarios: !adviceFor(longer([])).fits };
}

function Check(props: { label: string; hint?: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label class="share-check">
      <input type="checkbox" checked={props.on} onChange={(event) => props.onChange(event.currentTarget.checked)} />
      <span>
        {props.label}
        {props.hint && <span class="menu-hint">{props.hint}</span>}
      </span>
    </label>
  );
}

function Words({ options, change }: { options: Options; change: Change }) {
  return (
    <>
      <label class="share-field">
        Title
        <input
          class="input"
          autofocus
          value={options.title}
          maxLength={200}
          onInput={(event) => change({ title: event.currentTarget.value })}
        />
      </label>
      <label class="share-field">
        What you want to say about it
        <textarea
          class="input"
          rows={2}
          maxLength={2000}
          value={options.text}
          onInput={(event) => change({ text: event.currentTarget.value })}
        />
      </label>
    </>
  );
}

function Tables({ asked, options, change }: { asked: Asked; options: Options; change: Change }) {
  const labelOf = (name: string) => asked.info.results.tables.find((table) => table.name === name)?.label ?? name;
  const toggle = (name: string) => (on: boolean) => {
    const others = options.without.filter((one) => one !== name);
    change({ without: on ? others : [...others, name] });
  };
  return (
    <fieldset class="share-tables">
      <legend>Tables in it</legend>
      {tablesToShare(asked).map((name) => (
        <Check
          key={name}
          label={`${labelOf(name)} (${number(asked.outcome.result.tables[name]?.rows ?? 0, locale)})`}
          on={!options.without.includes(name)}
          onChange={toggle(name)}
        />
      ))}
    </fieldset>
  );
}

function Length({ snapshot, isLocked }: { snapshot: Snapshot; isLocked: boolean }) {
  const characters = useMemo(() => lengthOf(snapshot, isLocked), [snapshot, isLocked]);
  const { fits, text } = adviceFor(characters);
  return (
    <p class={`notice notice-${fits ? "info" : "warning"}`} role="status">
      <Icon name={fits ? "info" : "warning"} />
      <span>
        <strong>{number(characters, locale)} characters.</strong> {text}
      </span>
    </p>
  );
}

function Content({ asked }: { asked: Asked }) {
  const [options, setOptions] = useState(() => firstOptions(asked));
  const [passphrase, setPassphrase] = useState("");
  const [withData, setWithData] = useState(false);
  const [said, setSaid] = useState("");
  const change: Change = (more) => setOptions({ ...options, ...more });
  const snapshot = useMemo(() => snapshotFor(asked, options), [asked, options]);
  const live = snapshot.inputs !== null;
  const mayCarryData = !live && !options.hideMoney && asked.rows > 0 && asked.rows <= mostFileRows;
  const telling = (work: () => Promise<void>) => () => {
    work().catch((thrown) => setSaid(thrown instanceof Refused ? thrown.message : "This could not be made."));
  };
  const copy = telling(async () => {
    const address = `${ownAddress()}#${await linkOf(snapshot, passphrase)}`;
    setSaid((await copyText(address)) ? "Link copied." : "The browser did not allow copying: save the file instead.");
  });
  const bytesOf = async () => {
    const inputs = withData && mayCarryData ? await allInputs(asked.info, asked.outcome) : asked.inputs;
    return fileOf(snapshotFor({ ...asked, inputs }, { ...options, without: [] }), passphrase);
  };
  const name = asked.info.id.replaceAll("/", "_");
  const save = telling(async () => {
    download(`${name}${fileEnding}`, new Blob([await bytesOf()], { type: fileType }));
    setSaid("Project file saved.");
  });
  const savePage = telling(async () => {
    download(`${name}.html`, await oneFile(await bytesOf()));
    setSaid("Saved: the file opens in any browser, without Outlay and without a network.");
  });
  return (
    <div class="dialog-body stack">
      <p class="muted">
        {live
          ? "The link holds the rows behind the result and the parameters; whoever opens it can change them."
          : "The link holds the result as shown, not your data."}{" "}
        It stands after the # of an address, which browsers never send.
      </p>
      <Words options={options} change={change} />
      <Check
        label="Leave out names"
        hint="Campaigns, adsets and channels become A, B, C"
        on={options.hideNames}
        onChange={(hideNames) => change({ hideNames })}
      />
      <Check
        label="Leave out money"
        hint="Amounts are told relative to the largest total, which is 100"
        on={options.hideMoney}
        onChange={(hideMoney) => change({ hideMoney })}
      />
      {(asked.scenarios ?? []).length > 0 && !options.hideMoney && (
        <Check
          label={`Scenarios (${asked.scenarios?.length})`}
          hint="For whoever opens it to compare"
          on={!options.withoutScenarios}
          onChange={(on) => change({ withoutScenarios: !on })}
        />
      )}
      {!live && <Tables asked={asked} options={options} change={change} />}
      <label class="share-field">
        Passphrase (optional)
        <input
          class="input"
          type="text"
          autoComplete="off"
          spellcheck={false}
          value={passphrase}
          onInput={(event) => setPassphrase(event.currentTarget.value)}
        />
        <span class="menu-hint">Without it nobody can read the link, chat history included. Tell it another way.</span>
      </label>
      <Length snapshot={snapshot} isLocked={passphrase !== ""} />
      {mayCarryData && (
        <Check
          label="Put the data into the file too"
          hint={`${number(asked.rows, locale)} rows of the columns in use, so that parameters can be changed`}
          on={withData}
          onChange={setWithData}
        />
      )}
      <div class="row-wrap">
        <Button kind="primary" icon="copy" onClick={copy}>
          Copy link
        </Button>
        <Button icon="download" onClick={save}>
          Save project file
        </Button>
        <Button icon="download" onClick={savePage}>
          Save as a page
        </Button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}

export function ShareDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const asked = sending.value;
  if (!asked) return null;
  const close = () => {
    sending.value = null;
  };
  return (
    <dialog ref={dialog} class="dialog dialog-share" aria-labelledby="share-title" onClose={close}>
      <div class="dialog-head">
        <h2 id="share-title">Share this result</h2>
        <IconButton icon="close" label="Close" onClick={() => dialog.current?.close()} />
      </div>
      <Content asked={asked} />
    </dialog>
  );
}
