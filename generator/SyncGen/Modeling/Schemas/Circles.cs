namespace SyncGen.Modeling;

/// <summary>Finds the circles of a directed graph: its strongly connected components of several nodes, or of one that points at itself.</summary>
internal static class Circles
{
    /// <summary>The number of each node's circle, from 1; 0 for a node that is part of none.</summary>
    /// <param name="count">How many nodes there are.</param>
    /// <param name="targetsOf">The nodes that one points at.</param>
    public static int[] Of(int count, Func<int, IEnumerable<int>> targetsOf)
    {
        // Tarjan's algorithm, with a stack of its own: chains of references may be longer than the machine's.
        var circles = new int[count];
        var order = new int[count];
        var lowest = new int[count];
        var isOpen = new bool[count];
        var component = new Stack<int>();
        var walk = new Stack<(int Node, IEnumerator<int> Targets)>();
        var visited = 0;
        var found = 0;
        void Enter(int node)
        {
            order[node] = lowest[node] = ++visited;
            isOpen[node] = true;
            component.Push(node);
            walk.Push((node, targetsOf(node).GetEnumerator()));
        }

        for (var start = 0; start < count; start++)
        {
            if (order[start] != 0)
                continue;
            Enter(start);
            while (walk.TryPeek(out var step))
            {
                if (step.Targets.MoveNext())
                {
                    var target = step.Targets.Current;
                    if (order[target] == 0)
                        Enter(target);
                    else if (isOpen[target])
                        lowest[step.Node] = Math.Min(lowest[step.Node], order[target]);
                    if (target == step.Node)
                        circles[target] = -1;
                    continue;
                }
                walk.Pop();
                if (walk.TryPeek(out var parent))
                    lowest[parent.Node] = Math.Min(lowest[parent.Node], lowest[step.Node]);
                if (lowest[step.Node] == order[step.Node])
                    Close(step.Node);
            }
        }
        return circles;

        void Close(int root)
        {
            var isCircle = component.Peek() != root || circles[root] == -1;
            found += isCircle ? 1 : 0;
            int node;
            do
            {
                node = component.Pop();
                isOpen[node] = false;
                circles[node] = isCircle ? found : 0;
            }
            while (node != root);
        }
    }
}
