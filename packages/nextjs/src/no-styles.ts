/** Stands for the style sheet where nothing bundles: Node, and the test runners that load packages by it, know no style sheets. */
export const styles = null
