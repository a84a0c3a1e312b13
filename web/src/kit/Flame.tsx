// The product's mark.

export function Flame({ size = 40 }: { size?: number }) {
  return (
    <svg width={`${(size * 28) / 640}rem`} height={`${size / 16}rem`} viewBox="10 3 28 40" aria-hidden="true">
      <path
        fill="#e8692a"
        d="M25 3c2 8 13 13 13 26a14 14 0 0 1-28 0c0-6 3-10 6-13 0 4 1 6 4 7-1-8 1-15 5-20z"
      />
      <path fill="#ffd08a" d="M25 24c1 4 6 6 6 12a7 7 0 0 1-14 0c0-3 1-5 3-6 0 2 1 3 2 3 0-4 1-7 3-9z" />
    </svg>
  );
}
