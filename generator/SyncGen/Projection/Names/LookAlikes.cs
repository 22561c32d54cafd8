namespace SyncGen.Projection;

/// <summary>Finds names that differ but look the same: letters of other scripts that are drawn like Latin ones.</summary>
internal static class LookAlikes
{
    private const string Foreign = "АВЕЅІЈКМНОРСТУХаеіјорсухѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοіıѵνɡ";
    private const string Latin = "ABESIJKMHOPCTYXaeijopcyxshdqwABEZHIKMNOPTYXoiivvg";

    /// <summary>The name with every such letter replaced by the Latin one. Equal skeletons mean names that a reader takes for one.</summary>
    public static string Skeleton(string name)
    {
        if (name.All(char.IsAscii))
            return name;
        return string.Create(name.Length, name, static (skeleton, source) =>
        {
            for (var index = 0; index < skeleton.Length; index++)
            {
                var place = Foreign.IndexOf(source[index], StringComparison.Ordinal);
                skeleton[index] = place < 0 ? source[index] : Latin[place];
            }
        });
    }
}
