import { STATUS } from '../../nci/read-weight.ts';

/** Bits 4 and 5 of each status byte. */
const ALWAYS = 0x30;
/** Class III, 15 kg in steps of 5 g. */
const MOST_GRAMS = 15_000;
/** What can be put onto the plate of the simulated one, or taken off where it was set to zero. */
export const MOST_LOAD_GRAMS = 20_000;
const STEP_GRAMS = 5;
/** Beyond the greatest weight a scale of this class shows nine steps more. */
const OVER_STEPS = 9;
/** A scale sets itself to zero within four hundredths of its range. */
const ZERO_RANGE = 0.04;
/** Below zero it shows twenty steps. */
const UNDER_STEPS = 20;

/** A counter scale as a till sees one. Weights are in grams. */
export class SimulatedScale {
  /** What lies on the plate. */
  private load = 0;
  /** Where zero is: what lay on the plate when it was set. */
  private zeroAt = 0;
  private tare = 0;
  /** Whether the plate has not come to rest. */
  moving = false;
  /** Whether it shows pounds, as some do after somebody pressed a key. */
  pounds = false;
  /** Whether its memory is broken. */
  broken = false;

  /** Puts goods onto the plate, in place of what lay there; to the step. */
  put(grams: number): void {
    this.load = Math.round(grams / STEP_GRAMS) * STEP_GRAMS;
  }

  get onPlate(): number {
    return this.load;
  }

  get tareGrams(): number {
    return this.tare;
  }

  private get gross(): number {
    return this.load - this.zeroAt;
  }

  get isOver(): boolean {
    return this.gross > MOST_GRAMS + OVER_STEPS * STEP_GRAMS;
  }

  get isUnder(): boolean {
    return this.gross < -UNDER_STEPS * STEP_GRAMS;
  }

  /** What its display shows, in grams; null where it shows no weight. */
  get shown(): number | null {
    return this.isOver || this.isUnder ? null : this.gross - this.tare;
  }

  /** Takes the weight on the plate off whatever is weighed; with nothing on it, the tare ends. */
  takeTare(): void {
    if (!this.moving && !this.isOver) this.tare = Math.max(0, this.gross);
  }

  /** Sets it to zero; within its range alone, and while it is at rest. */
  setToZero(): void {
    if (this.moving || Math.abs(this.load) > MOST_GRAMS * ZERO_RANGE) return;
    this.zeroAt = this.load;
    this.tare = 0;
  }

  private status(): string {
    const first =
      (this.moving ? STATUS.first.moving : 0) +
      (this.gross === 0 && !this.moving ? STATUS.first.zero : 0) +
      (this.broken ? STATUS.first.ramError : 0);
    const second =
      (this.isUnder ? STATUS.second.underCapacity : 0) +
      (this.isOver ? STATUS.second.overCapacity : 0) +
      (this.tare > 0 ? STATUS.second.follows : 0);
    const bytes = this.tare > 0 ? [first, second, STATUS.third.net] : [first, second];
    return `\n${String.fromCharCode(...bytes.map((bits) => bits | ALWAYS))}\r`;
  }

  private weight(): string {
    if (this.isOver) return '\n^^^^^^kg\r';
    if (this.isUnder) return '\n______kg\r';
    const kilograms = ((this.shown ?? 0) / 1000) * (this.pounds ? 2.2046 : 1);
    return `\n${kilograms.toFixed(3).padStart(6)}${this.pounds ? 'lb' : 'kg'}\r`;
  }

  /** Answers one order, without the end of the answer. */
  answer(order: string): string {
    switch (order.toUpperCase()) {
      case 'W':
        return `${this.weight()}${this.status()}`;
      case 'S':
        return this.status();
      case 'Z':
        this.setToZero();
        return this.status();
      default:
        return '\n?\r';
    }
  }
}
