#!/usr/bin/env pwsh
# The part of the gate that needs nothing but the .NET SDK, for PowerShell users. CI calls .ci/run, which calls this for some steps and also tries
# real contracts and counterparts.
param([ValidateSet('build', 'test', 'format', 'generated')] [string[]] $Steps = @('build', 'test', 'format', 'generated'))
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-Location $PSScriptRoot

switch ($Steps) {
    'build' { dotnet build SyncGen.sln }
    'test' { dotnet test }
    'format' { dotnet format SyncGen.sln --verify-no-changes --no-restore --verbosity quiet }
    'generated' { dotnet run --project generator/SyncGen --no-restore -- check --config api/syncgen.json }
}
