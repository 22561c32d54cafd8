#!/usr/bin/env pwsh
# The gate for PowerShell users: the same checks as .ci/run, which is what CI runs. Keep both in step.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-Location $PSScriptRoot

dotnet build
dotnet test
dotnet format --verify-no-changes --no-restore
dotnet run --project generator/SyncGen --no-restore -- check --config api/syncgen.json
