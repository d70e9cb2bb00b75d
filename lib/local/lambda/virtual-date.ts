/** Shifts what a sandbox's code takes for the present: `Date` and `Intl`, not timers. */

type Offset = () => number;

/** Replaces `Date` and Intl's default instant in this thread. `offset` is the engine's time less the real one, in ms. */
export function installVirtualDate(offset: Offset): void {
  const RealDate = Date;
  const now = () => RealDate.now() + offset();
  const SandboxDate = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, parameters, newTarget) =>
      Reflect.construct(target, parameters.length === 0 ? [now()] : parameters, newTarget) as Date,
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  // `date.constructor` must lead to the shifted clock too.
  RealDate.prototype.constructor = SandboxDate;
  globalThis.Date = SandboxDate;
  installIntl(now);
}

/** `format()` without an argument means now. */
function installIntl(now: () => number): void {
  const prototype = Intl.DateTimeFormat.prototype;
  const { get } = Object.getOwnPropertyDescriptor(prototype, 'format')!;
  const realFormatToParts = prototype.formatToParts;
  Object.defineProperty(prototype, 'format', {
    configurable: true,
    get(this: Intl.DateTimeFormat) {
      const format = get!.call(this) as (date: Date | number) => string;
      return (date?: Date | number) => format(date ?? now());
    },
  });
  prototype.formatToParts = function formatToParts(date?: Date | number) {
    return realFormatToParts.call(this, date ?? now());
  };
}
