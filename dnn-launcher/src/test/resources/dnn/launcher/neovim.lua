-- What a person does in the editor, and what is seen of it, written to DNN_RESULT.
local seen = {}
local PATIENCE = 60000

local function position_params(line, column)
  return {textDocument = vim.lsp.util.make_text_document_params(0), position = {line = line, character = column}}
end

local function ask(method, params)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, PATIENCE) or {}) do
    return answer.result
  end
end

local function line_with(text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    if line:find(text, 1, true) then return number - 1, line end
  end
end

local function work()
  local id = vim.lsp.start_client({
    name = "dnn",
    cmd = {vim.env.DNN_JAVA, "-cp", vim.env.DNN_CLASSES, "dnn.launcher.Main", "lsp"},
    root_dir = vim.fn.getcwd(),
  })
  vim.lsp.buf_attach_client(0, id)
  vim.wait(PATIENCE, function() return vim.lsp.get_client_by_id(id).initialized end)

  local number, line = line_with("units: 7, activation: relu")
  local typed = line:gsub("activation: relu", "activation: relu, inputs: 12")
  vim.api.nvim_buf_set_lines(0, number, number + 1, false, {typed})
  vim.wait(PATIENCE, function() return #vim.diagnostic.get(0) > 0 end)
  local finding = vim.diagnostic.get(0)[1]
  seen.shown = finding.message
  seen.line = vim.api.nvim_buf_get_lines(0, finding.lnum, finding.lnum + 1, false)[1]

  local start = {line = finding.lnum, character = finding.col}
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(0),
    range = {start = start, ["end"] = start},
    context = {diagnostics = {}},
  }
  local action = ask("textDocument/codeAction", params)[1]
  vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
  seen.mended = vim.api.nvim_buf_get_lines(0, number, number + 1, false)[1]
  vim.wait(PATIENCE, function() return #vim.diagnostic.get(0) == 0 end)
  seen.left = #vim.diagnostic.get(0)

  local epochs = line_with("  epochs: 200")
  vim.api.nvim_buf_set_lines(0, epochs, epochs, false, {"  shu"})
  local item = ask("textDocument/completion", position_params(epochs, 5))[1]
  vim.lsp.util.apply_text_edits({item.textEdit}, 0, "utf-16")
  seen.completed = vim.api.nvim_buf_get_lines(0, epochs, epochs + 1, false)[1]
  vim.lsp.stop_client(id)
end

local fine, problem = pcall(work)
if not fine then seen.error = tostring(problem) end
local file = io.open(vim.env.DNN_RESULT, "w")
file:write(vim.json.encode(seen))
file:close()
vim.cmd("qall!")
