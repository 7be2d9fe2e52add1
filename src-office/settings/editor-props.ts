/** What every form of a setting gets. */
export interface EditorProps<V> {
  readonly value: V;
  /** The new value; null while what is entered is none. */
  readonly onChange: (value: V | null) => void;
}
