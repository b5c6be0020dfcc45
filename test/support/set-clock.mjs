// Preloaded into a process (`node --import`): its clock goes wrong by TEMWEN_TEST_CLOCK milliseconds, as when somebody sets it.
const off = Number(process.env.TEMWEN_TEST_CLOCK ?? "0");
const RightDate = Date;

globalThis.Date = class extends RightDate {
  constructor(...given) {
    super(...(given.length === 0 ? [RightDate.now() + off] : given));
  }

  static now() {
    return RightDate.now() + off;
  }
};
