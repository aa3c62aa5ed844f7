export const zh = { common: {} };
