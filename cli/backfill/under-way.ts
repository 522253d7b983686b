/** Enough that a slow file holds nobody up, few enough that not much is under way when a run is broken off. */
export const UNDER_WAY = 64;
