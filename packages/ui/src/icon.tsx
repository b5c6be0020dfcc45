/** One family: 24 units, one stroke, round ends, nothing filled. */
const strokes = {
  alarm: "M12 4 2.8 20h18.4zM12 10v4.5M12 17.4v.1",
  back: "M19 12H5m6-6-6 6 6 6",
  care: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 8v8m-4-4h8",
  case: "M4 7h6l2 2h8v11H4zM4 7V5h6l2 2",
  check: "m5 12.5 4.5 4.5L19 7",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 7.5V12l3 2",
  copy: "M8 8h11v12H8zM5 16V4h11",
  key: "M8 11a4 4 0 1 0 0 8 4 4 0 0 0 0-8m2.9 1.2L19 4m-3.2 3.2L19 10.4",
  leave: "M14 4H5v16h9M10 12h10m-4-4 4 4-4 4",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2",
  message: "M4 5h16v11H10l-5 4v-4H4z",
  next: "M5 12h14m-6-6 6 6-6 6",
  open: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 6.7-1.4M12 14.5v2",
  pen: "m5 15-1 5 5-1L19.5 8.5l-4-4zM13 7l4 4",
  people:
    "M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M3 20c0-3.5 2.5-6 6-6s6 2.5 6 6m1-14.6a3 3 0 0 1 0 5.2M18 14.6c2 .9 3 2.9 3 5.4",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  receipt: "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6m-6 4h6",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13m4.8 11.3L20 20",
  shelter: "M3.5 11.5 12 4l8.5 7.5M6 9.5V20h12V9.5M10 20v-6h4v6",
  shield: "M12 3 5 6v5.5c0 4.3 2.9 7.6 7 9.5 4.1-1.9 7-5.2 7-9.5V6z",
} as const;

export type IconName = keyof typeof strokes;

/** A drawing beside words that say the same; screen readers pass over it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={strokes[name]} />
    </svg>
  );
}
