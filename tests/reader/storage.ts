/** A Storage without a browser; `limit` counts characters, `refuses` throws on every touch. */
export class FakeStorage implements Storage {
  private readonly items = new Map<string, string>();
  private readonly limit: number;
  private readonly refuses: boolean;

  constructor({ limit = Infinity, refuses = false }: { limit?: number; refuses?: boolean } = {}) {
    this.limit = limit;
    this.refuses = refuses;
  }

  get length(): number {
    this.touch();
    return this.items.size;
  }
  key(index: number): string | null {
    this.touch();
    return [...this.items.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    this.touch();
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.touch();
    const used = [...this.items].filter(([other]) => other !== key).reduce((sum, [k, v]) => sum + k.length + v.length, 0);
    if (used + key.length + value.length > this.limit) throw new DOMException("no room", "QuotaExceededError");
    this.items.set(key, String(value));
  }
  removeItem(key: string): void {
    this.touch();
    this.items.delete(key);
  }
  clear(): void {
    this.items.clear();
  }
  keys(): string[] {
    return [...this.items.keys()];
  }

  private touch(): void {
    if (this.refuses) throw new DOMException("forbidden", "SecurityError");
  }
}
