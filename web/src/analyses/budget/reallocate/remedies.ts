// One click out of limits that cannot hold together.
export { relaxations as default } from "./relax";
