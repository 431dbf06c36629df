/** Which centroid each point belongs to, with the sum and the number of the points of each. */
export class Members {
  /** [clusters, dim] */
  readonly sums: Float64Array;
  readonly sizes: Float64Array;
  #labels: Int32Array;

  /** @param points [rows, dim], of no centroid yet */
  constructor(
    private readonly points: Float32Array,
    clusters: number,
    private readonly dim: number,
  ) {
    this.sums = new Float64Array(clusters * dim);
    this.sizes = new Float64Array(clusters);
    this.#labels = new Int32Array(points.length / dim).fill(-1);
  }

  /**
   * Gives points to the centroids that they are nearest to now.
   * @returns how many were another's before
   */
  move(labels: Int32Array): number {
    let moved = 0;
    for (let row = 0; row < labels.length; row++) {
      const [from, to] = [this.#labels[row]!, labels[row]!];
      if (from === to) continue;
      moved++;
      if (from >= 0) this.#add(from, row, -1);
      this.#add(to, row, 1);
    }
    this.#labels = labels;
    return moved;
  }

  #add(cluster: number, row: number, sign: 1 | -1): void {
    const { points, sums, dim } = this;
    const [to, from] = [cluster * dim, row * dim];
    for (let d = 0; d < dim; d++) sums[to + d]! += sign * points[from + d]!;
    this.sizes[cluster]! += sign;
  }
}
