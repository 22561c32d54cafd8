#!/usr/bin/env pwsh
# The part of the gate that needs nothing but the .NET SDK, for PowerShell users; .ci/run, which CI calls, also tries real contracts and counterparts.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-Location $PSScriptRoot

dotnet build
dotnet test
dotnet format --verify-no-changes --no-restore
dotnet run --project generator/SyncGen --no-restore -- check --config api/syncgen.json
