import { useState, type DragEvent } from 'react';

/** Files dropped anywhere on an element; `over` while they hang above it. */
export function useFileDrop(take: ((files: readonly File[]) => void) | undefined) {
  const [over, setOver] = useState(false);
  const brings = (event: DragEvent) => take !== undefined && event.dataTransfer.types.includes('Files');
  return {
    over,
    onDragOver: (event: DragEvent) => {
      if (!brings(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!brings(event)) return;
      event.preventDefault();
      take?.([...event.dataTransfer.files]);
    },
  };
}
