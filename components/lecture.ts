export function toggleLecture(): void {}
