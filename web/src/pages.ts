// The pages beyond the first screen: their scripts come when they are first opened, or when the page has settled.
import { later } from "./ui/layout";

const analysis = later(async () => (await import("./frame/analysis-page")).AnalysisPage);
const shared = later(async () => (await import("./frame/shared-page")).SharedPage);
const privacy = later(async () => (await import("./privacy/privacy-page")).PrivacyPage);
const methods = later(async () => (await import("./methods/methods-page")).MethodsPage);

export const AnalysisPage = analysis.Shown;
export const SharedPage = shared.Shown;
export const PrivacyPage = privacy.Shown;
export const MethodsPage = methods.Shown;

export const warmPages = () => Promise.all([analysis, shared, privacy, methods].map(({ warm }) => warm()));
