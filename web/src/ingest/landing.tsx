// The first screen: one sentence, a place to drop files, a sample one click away, the proof of privacy.
import type { Fit } from "../state/inputs";
import { href, playbookPage, privacyPage } from "../state/route";
import { areaIcon, Icon } from "../ui/layout";
import { FilePicker } from "./drop";
import { Templates } from "./enough";

export function Landing(props: { over: boolean; fits: Fit[]; onFiles: (files: File[]) => void }) {
  return (
    <div class="hero">
      <h1 class="hero-title">Where should the next dollar go?</h1>
      <p class="hero-text">Answered in your browser, on the exports you already have. Your data never leaves it.</p>
      <FilePicker class="dropzone" over={props.over} onFiles={props.onFiles}>
        <Icon name="upload" size={28} />
        <span class="dropzone-title">Drop your ad exports</span>
        <span>
          Google, Meta, Microsoft, TikTok, LinkedIn, Amazon: any CSV or Excel workbook, zipped or not, several at once.
        </span>
        <span class="link">Or choose files</span>
      </FilePicker>
      <ul class="list-plain story-grid">
        {props.fits.map((fit) => (
          <li key={fit.info.id}>
            <a class="story" href={href(fit.info.id, { data: "sample" })}>
              <span class="story-title">
                <Icon name={areaIcon(fit.info.id)} />
                {fit.info.title}
              </span>
              <span class="grow">{fit.info.question}</span>
              <span class="story-go">
                <Icon name="play" />
                Try with sample data
              </span>
            </a>
            <div class="story-foot">
              <Templates fit={fit} />
            </div>
          </li>
        ))}
        <li>
          <a class="story" href={href(playbookPage)}>
            <span class="story-title">
              <Icon name="bulb" />
              Playbook
            </span>
            <span>What to do every Monday, every month, every quarter, and how far to trust a number.</span>
          </a>
        </li>
        <li>
          <a class="story" href={href(privacyPage)}>
            <span class="story-title">
              <Icon name="lock" />
              What leaves this device? Nothing.
            </span>
            <span>How that is enforced, and how to check it yourself.</span>
          </a>
        </li>
      </ul>
    </div>
  );
}
