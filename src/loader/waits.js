// When it is said that something takes long.

/** After so many milliseconds it is loading, and the network is slow. */
export const WAITS = [[1_000, "loading"], [10_000, "slow"]];
