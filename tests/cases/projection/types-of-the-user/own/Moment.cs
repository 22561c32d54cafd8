namespace Shop;

/// <summary>A point in time to the nanosecond.</summary>
/// <param name="Seconds">The seconds since 1970.</param>
/// <param name="Nanoseconds">The nanoseconds of the second.</param>
public readonly record struct Moment(long Seconds, int Nanoseconds);
