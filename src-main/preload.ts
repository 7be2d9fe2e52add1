import { contextBridge, ipcRenderer } from 'electron';
import { createBridgeClient } from '../domain/device/bridge-client.ts';
import { BRIDGE_CHANNEL, BRIDGE_GLOBAL } from '../domain/device/bridge-methods.ts';

contextBridge.exposeInMainWorld(
  BRIDGE_GLOBAL,
  createBridgeClient((method, args) => ipcRenderer.invoke(BRIDGE_CHANNEL, method, args)),
);
