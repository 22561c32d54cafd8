// Times are measured, which other tests would lengthen.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
