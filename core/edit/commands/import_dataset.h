// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/command.h"

namespace boxwright {

/// Takes in what was read from files of another format, in one step. The session's applyImport() makes the change.
class ImportDataset : public Command
{
public:
    /// `change` fits the document as it is when the command is pushed; its ids were taken from the document.
    ImportDataset(Document &document, Change change);

protected:
    Change makeChange() override;

private:
    Change m_import;
};

} // namespace boxwright
